// The app of main.ts, in Go.
package main

import (
	"github.com/aws/jsii-runtime-go"
	peering "github.com/cdktf-aiven-azure-peering/cdktf-aiven-azure-peering-go/aivenazurepeering"
	"github.com/cdktf-aiven-azure-peering/cdktf-provider-aiven-go/aiven/pg"
	aiven "github.com/cdktf-aiven-azure-peering/cdktf-provider-aiven-go/aiven/provider"
	azuread "github.com/cdktf/cdktf-provider-azuread-go/azuread/v14/provider"
	azurerm "github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/provider"
	"github.com/cdktf/cdktf-provider-azurerm-go/azurerm/v14/virtualnetwork"
	time "github.com/cdktf/cdktf-provider-time-go/time/v11/provider"
	"github.com/hashicorp/terraform-cdk-go/cdktf"
)

func main() {
	app := cdktf.NewApp(nil)
	stack := cdktf.NewTerraformStack(app, jsii.String("consumer"))
	azurerm.NewAzurermProvider(stack, jsii.String("azurerm"), &azurerm.AzurermProviderConfig{
		Features: &[]*azurerm.AzurermProviderFeatures{{}},
	})
	azuread.NewAzureadProvider(stack, jsii.String("azuread"), &azuread.AzureadProviderConfig{})
	time.NewTimeProvider(stack, jsii.String("time"), &time.TimeProviderConfig{})
	aiven.NewAivenProvider(stack, jsii.String("aiven"), &aiven.AivenProviderConfig{})

	network := virtualnetwork.NewVirtualNetwork(stack, jsii.String("network"), &virtualnetwork.VirtualNetworkConfig{
		Name:              jsii.String("hub"),
		ResourceGroupName: jsii.String("network"),
		Location:          jsii.String("japaneast"),
		AddressSpace:      jsii.Strings("10.1.0.0/16"),
	})
	peered := peering.NewAivenAzurePeering(stack, jsii.String("peering"), &peering.AivenAzurePeeringProps{
		Project:        jsii.String("my-project"),
		NetworkCidr:    jsii.String("10.0.0.0/24"),
		VirtualNetwork: peering.AzureVirtualNetwork_FromResource(network, nil),
	})
	pg.NewPg(stack, jsii.String("postgres"), &pg.PgConfig{
		Project:      jsii.String("my-project"),
		CloudName:    peering.AivenCloud_AZURE_JAPANEAST(),
		Plan:         jsii.String("startup-4"),
		ServiceName:  jsii.String("postgres"),
		ProjectVpcId: peered.VpcId(),
	})
	app.Synth()
}
