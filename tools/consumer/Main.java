import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.providers.azuread.provider.AzureadProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProvider;
import com.hashicorp.cdktf.providers.azurerm.provider.AzurermProviderFeatures;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import com.hashicorp.cdktf.providers.time.provider.TimeProvider;
import io.github.cdktfaivenazurepeering.AivenAzurePeering;
import io.github.cdktfaivenazurepeering.AivenCloud;
import io.github.cdktfaivenazurepeering.AzureVirtualNetwork;
import io.github.cdktfaivenazurepeering.provideraiven.pg.Pg;
import io.github.cdktfaivenazurepeering.provideraiven.provider.AivenProvider;
import java.util.List;

/** The app of main.ts, in Java. */
public final class Main {
    public static void main(String[] args) {
        App app = new App();
        TerraformStack stack = new TerraformStack(app, "consumer");
        AzurermProvider.Builder.create(stack, "azurerm")
                .features(List.of(AzurermProviderFeatures.builder().build()))
                .build();
        AzureadProvider.Builder.create(stack, "azuread").build();
        TimeProvider.Builder.create(stack, "time").build();
        AivenProvider.Builder.create(stack, "aiven").build();

        VirtualNetwork network = VirtualNetwork.Builder.create(stack, "network")
                .name("hub")
                .resourceGroupName("network")
                .location("japaneast")
                .addressSpace(List.of("10.1.0.0/16"))
                .build();
        AivenAzurePeering peering = AivenAzurePeering.Builder.create(stack, "peering")
                .project("my-project")
                .networkCidr("10.0.0.0/24")
                .virtualNetwork(AzureVirtualNetwork.fromResource(network))
                .build();
        Pg.Builder.create(stack, "postgres")
                .project("my-project")
                .cloudName(AivenCloud.AZURE_JAPANEAST)
                .plan("startup-4")
                .serviceName("postgres")
                .projectVpcId(peering.getVpcId())
                .build();
        app.synth();
    }
}
