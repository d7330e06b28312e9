import typing

from cdktf import App, Fn, IResolvable, LocalBackend, TerraformOutput, TerraformStack, TerraformVariable
from cdktf_aiven_azure_peering import AivenAzurePeering, AivenCloud, AzureVirtualNetwork
from cdktf_cdktf_provider_azuread.provider import AzureadProvider
from cdktf_cdktf_provider_azurerm.provider import AzurermProvider, AzurermProviderFeatures
from cdktf_cdktf_provider_azurerm.resource_group import ResourceGroup
from cdktf_cdktf_provider_azurerm.virtual_network import VirtualNetwork
from cdktf_cdktf_provider_time.provider import TimeProvider
from cdktf_provider_aiven.kafka import Kafka, KafkaKafkaUserConfig
from cdktf_provider_aiven.kafka_acl import KafkaAcl
from cdktf_provider_aiven.kafka_topic import KafkaTopic
from cdktf_provider_aiven.kafka_user import KafkaUser
from cdktf_provider_aiven.provider import AivenProvider
from constructs import Construct


class KafkaStack(TerraformStack):
    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)
        self.add_override("terraform.required_version", ">= 1.5.0")
        # beside cdktf.json, so that deleting cdktf.out does not delete the state
        LocalBackend(self, path=f"../../../terraform.{id}.tfstate")

        aiven_token = self.variable("aiven_api_token", "API token of the Aiven account", sensitive=True)
        project = self.variable("aiven_project", "Aiven project of the VPC and the service")
        network_cidr = self.variable("aiven_network_cidr", "range of the Aiven VPC", default="10.0.0.0/24")
        subscription_id = self.variable("azure_subscription_id", "subscription of the virtual network")
        tenant_id = self.variable("azure_tenant_id", "Microsoft Entra tenant of that subscription")
        location = self.variable("azure_location", "Azure location of the network", default="japaneast")
        address_space = self.variable("azure_address_space", "range of the network", default="10.1.0.0/16")
        name = self.variable("name", "name of the group, the network, the service", default="private-kafka")
        plan = self.variable("plan", "Aiven plan; free and hobbyist plans cannot live in a VPC", default="business-4")
        termination_protection = self.flag("termination_protection", "refuse to delete the service")

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
        peering = AivenAzurePeering(
            self,
            "peering",
            project=project,
            network_cidr=network_cidr,
            virtual_network=AzureVirtualNetwork.from_resource(network, subscription_id=subscription_id, tenant_id=tenant_id),
        )

        kafka = Kafka(
            self,
            "kafka",
            project=project,
            cloud_name=AivenCloud.from_azure_location(location),
            plan=plan,
            service_name=name,
            # Puts the service into the VPC, and deletes it before the VPC.
            project_vpc_id=peering.vpc_id,
            termination_protection=termination_protection,
            # Aiven's default entry lets every user do everything. Without it a user may do only what the entry below allows.
            default_acl=False,
            # Aiven admits every address by default. This admits the virtual network only.
            kafka_user_config=KafkaKafkaUserConfig(ip_filter=[address_space]),
        )
        topic = KafkaTopic(
            self,
            "topic",
            project=project,
            service_name=kafka.service_name,
            topic_name="orders",
            partitions=3,
            replication=2,
        )
        user = KafkaUser(self, "user", project=project, service_name=kafka.service_name, username="shop")
        KafkaAcl(
            self,
            "acl",
            project=project,
            service_name=kafka.service_name,
            username=user.username,
            topic=topic.topic_name,
            permission="readwrite",
        )

        bootstrap_server = Fn.join(":", [kafka.service_host, Fn.tostring(kafka.service_port)])
        TerraformOutput(self, "bootstrap_server", value=bootstrap_server, sensitive=False)
        # what a client presents instead of a password
        TerraformOutput(self, "access_cert", value=user.access_cert, sensitive=True)
        TerraformOutput(self, "access_key", value=user.access_key, sensitive=True)

    def variable(
        self, name: str, description: str, default: typing.Optional[str] = None, sensitive: typing.Optional[bool] = None
    ) -> str:
        return TerraformVariable(
            self, name, type="string", description=description, nullable=False, default=default, sensitive=sensitive
        ).string_value

    def flag(self, name: str, description: str) -> IResolvable:
        return TerraformVariable(
            self, name, type="bool", description=description, nullable=False, default=False
        ).boolean_value


app = App()
KafkaStack(app, "kafka")
app.synth()
