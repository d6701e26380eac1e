package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Whoever speaks to the broker got its client from the one way to it. */
final class ClientRules {

  /** The classes that make clients of their own, each for the reason beside it. */
  private static final Set<String> WITH_CLIENTS_OF_THEIR_OWN =
      Set.of(
          // Kafka Streams asks for its clients; one of them reads sound outboxes only (decision 6)
          "jp.tsunagu.gateway.stream.CheckedClients",
          "jp.tsunagu.gateway.stream.CheckedOutboxConsumer",
          // measures the broker with nothing of ours in between (the benchmark)
          "jp.tsunagu.compose.bench.BareBroker");

  /** Made by a constructor: clients, and what makes clients. */
  private static final Set<String> CLIENTS =
      Set.of(
          "org.apache.kafka.clients.consumer.KafkaConsumer",
          "org.apache.kafka.clients.consumer.KafkaShareConsumer",
          "org.apache.kafka.clients.producer.KafkaProducer",
          "org.apache.kafka.streams.KafkaStreams",
          "org.springframework.kafka.core.DefaultKafkaConsumerFactory",
          "org.springframework.kafka.core.DefaultKafkaProducerFactory",
          "org.springframework.kafka.core.KafkaAdmin",
          "org.springframework.kafka.config.StreamsBuilderFactoryBean");

  /** Made by a method {@code create}. */
  private static final Set<String> ADMINS =
      Set.of(
          "org.apache.kafka.clients.admin.Admin",
          "org.apache.kafka.clients.admin.AdminClient",
          "org.apache.kafka.clients.admin.KafkaAdminClient");

  private ClientRules() {}

  static List<ArchRule> all() {
    return List.of(clientsAreMadeInOnePlace());
  }

  private static ArchRule clientsAreMadeInOnePlace() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("jp.tsunagu.runtime.broker..")
        .and(DescribedPredicate.describe("have no exception", ClientRules::isNoException))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("a client of the broker is made", ClientRules::isMade))
        .as("clients of the broker are made by jp.tsunagu.runtime.broker alone");
  }

  private static boolean isNoException(JavaClass type) {
    return !WITH_CLIENTS_OF_THEIR_OWN.contains(type.getName());
  }

  private static boolean isMade(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    return switch (access.getName()) {
      case JavaConstructor.CONSTRUCTOR_NAME -> CLIENTS.contains(owner);
      case "create" -> ADMINS.contains(owner);
      case String _ -> false;
    };
  }
}
