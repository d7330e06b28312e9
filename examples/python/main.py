import typing

from cdktf import App, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable
from cdktf_aiven_azure_peering import AivenAzurePeering, AzureVirtualNetwork
from cdktf_cdktf_provider_azuread.provider import AzureadProvider
from cdktf_cdktf_provider_azurerm.provider import AzurermProvider, AzurermProviderFeatures
from cdktf_cdktf_provider_azurerm.resource_group import ResourceGroup
from cdktf_cdktf_provider_azurerm.subnet import Subnet
from cdktf_cdktf_provider_azurerm.virtual_network import VirtualNetwork
from cdktf_cdktf_provider_time.provider import TimeProvider
from cdktf_provider_aiven.provider import AivenProvider
from constructs import Construct


class PeeringStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        self.add_override("terraform.required_version", ">= 1.5.0")
        # beside cdktf.json, so that deleting cdktf.out does not delete the state
        LocalBackend(self, path=f"../../../terraform.{id}.tfstate")

        def variable(name: str, description: str, default: typing.Optional[str] = None, sensitive: typing.Optional[bool] = None) -> str:
            return TerraformVariable(
                self, name, type="string", description=description, nullable=False, default=default, sensitive=sensitive
            ).string_value

        aiven_token = variable("aiven_api_token", "API token of the Aiven account", sensitive=True)
        project = variable("aiven_project", "Aiven project in which the VPC is created")
        network_cidr = variable("aiven_network_cidr", "range of the Aiven VPC, /20 to /24", default="10.0.0.0/24")
        subscription_id = variable("azure_subscription_id", "subscription of the virtual network")
        tenant_id = variable("azure_tenant_id", "Microsoft Entra tenant of that subscription")
        location = variable("azure_location", "Azure location of the network", default="japaneast")
        name = variable("name", "name of the resource group and the virtual network", default="aiven-peering")
        address_space = variable("azure_address_space", "range of the virtual network", default="10.1.0.0/16")

        AzurermProvider(
            self, "azurerm", features=[AzurermProviderFeatures()], subscription_id=subscription_id, tenant_id=tenant_id
        )
        AzureadProvider(self, "azuread", tenant_id=tenant_id)
        AivenProvider(self, "aiven", api_token=aiven_token)
        TimeProvider(self, "time")

        group = ResourceGroup(self, "resource-group", name=name, location=location)
        network = VirtualNetwork(
            self,
            "virtual-network",
            name=name,
            location=location,
            resource_group_name=group.name,
            address_space=[address_space],
        )
        Subnet(
            self,
            "subnet",
            name="default",
            resource_group_name=group.name,
            virtual_network_name=network.name,
            address_prefixes=[address_space],
        )

        peering = AivenAzurePeering(
            self,
            "peering",
            project=project,
            network_cidr=network_cidr,
            virtual_network=AzureVirtualNetwork.from_resource(network, subscription_id=subscription_id, tenant_id=tenant_id),
        )

        TerraformOutput(self, "vpc_id", value=peering.vpc_id)
        TerraformOutput(self, "state", value=peering.state)
        TerraformOutput(self, "virtual_network_peering_id", value=peering.virtual_network.azure_peering_id)


app = App()
PeeringStack(app, "aiven-azure-peering")
app.synth()
