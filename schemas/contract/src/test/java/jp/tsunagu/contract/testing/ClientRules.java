package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/**
 * Whoever speaks to the broker got its client from the one way to it, whoever follows a topic does
 * it in the one way, and so does whoever works again and again.
 */
final class ClientRules {

  /** The classes that make clients of their own, each for the reason beside it. */
  private static final Set<String> WITH_CLIENTS_OF_THEIR_OWN =
      Set.of(
          // measure the broker with nothing of ours in between (the benchmark)
          "jp.tsunagu.compose.bench.BareBroker", "jp.tsunagu.compose.bench.BareTransactions");

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

  /** The classes that read with a consumer of their own, each for the reason beside it. */
  private static final Set<String> WITH_A_CONSUMER_OF_THEIR_OWN =
      Set.of(
          // the place to read on stands in the agency's own database (decision 13)
          "jp.tsunagu.connector.inbox.kafka.Consumers",
          // fetches events by their places, on demand
          "jp.tsunagu.gateway.view.RecordFetcher",
          // asks where the ledger ends and reads nothing
          "jp.tsunagu.stats.stream.LedgerEnd",
          // counts what was written between two moments (the benchmark)
          "jp.tsunagu.compose.bench.TopicMeter",
          // reads when what was written since a moment was decided (the benchmark)
          "jp.tsunagu.compose.bench.GatewayAlone",
          // the demonstration looks at the ledger step by step
          "jp.tsunagu.compose.ledger.LedgerReader");

  /** What makes threads; those of one request, which end with it, are virtual. */
  private static final Set<String> THREADS =
      Set.of(
          "ofPlatform",
          "newSingleThreadExecutor",
          "newFixedThreadPool",
          "newCachedThreadPool",
          "newThreadPerTaskExecutor",
          "newScheduledThreadPool",
          "newSingleThreadScheduledExecutor");

  private ClientRules() {}

  static List<ArchRule> all() {
    return List.of(clientsAreMadeInOnePlace(), topicsAreReadInOneWay(), whatGoesOnIsDoneInOneWay());
  }

  private static ArchRule topicsAreReadInOneWay() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("jp.tsunagu.runtime..")
        .and(isNoneOf(WITH_A_CONSUMER_OF_THEIR_OWN))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "a consumer is asked for",
                access ->
                    access
                            .getTargetOwner()
                            .getName()
                            .equals("jp.tsunagu.runtime.broker.BrokerAccess")
                        && access.getName().equals("consumer")))
        .as("topics are followed and read to their end by jp.tsunagu.runtime.broker alone");
  }

  private static ArchRule whatGoesOnIsDoneInOneWay() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("jp.tsunagu.runtime.broker..", "jp.tsunagu.compose..")
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("a thread is made", ClientRules::makesAThread))
        .as("work that goes on as long as the process is SteadyWork");
  }

  private static boolean makesAThread(JavaAccess<?> access) {
    boolean constructor = access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    return switch (access.getTargetOwner().getName()) {
      case "java.lang.Thread" -> constructor || THREADS.contains(access.getName());
      case "java.util.concurrent.Executors" -> THREADS.contains(access.getName());
      case "java.util.Timer",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ScheduledThreadPoolExecutor" ->
          constructor;
      case String _ -> false;
    };
  }

  private static ArchRule clientsAreMadeInOnePlace() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("jp.tsunagu.runtime.broker..")
        .and(isNoneOf(WITH_CLIENTS_OF_THEIR_OWN))
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe("a client of the broker is made", ClientRules::isMade))
        .as("clients of the broker are made by jp.tsunagu.runtime.broker alone");
  }

  /** Nor a class inside one of them. */
  private static DescribedPredicate<JavaClass> isNoneOf(Set<String> exceptions) {
    return DescribedPredicate.describe(
        "have no exception",
        type -> !exceptions.contains(type.getName().replaceFirst("\\$.*", "")));
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
