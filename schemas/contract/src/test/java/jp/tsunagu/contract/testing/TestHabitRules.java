package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;

/** What no test may do, because it then fails now and then. */
final class TestHabitRules {
  /** The classes that make topics of their own, each for the reason beside it. */
  private static final Set<String> MAKE_TOPICS =
      Set.of(
          // the one way
          "jp.tsunagu.contract.testing.MadeTopics",
          // looks at what happens to records in exactly that moment
          "jp.tsunagu.runtime.broker.FirstRecordsOfATopicTest");

  private TestHabitRules() {}

  static List<ArchRule> all() {
    return List.of(topicsAreMadeInOneWay(), HabitRules.nobodySleeps());
  }

  private static ArchRule topicsAreMadeInOneWay() {
    return noClasses()
        .that(
            DescribedPredicate.describe(
                "have no exception", (JavaClass type) -> !MAKE_TOPICS.contains(type.getName())))
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "topics are created",
                call ->
                    call.getTargetOwner().isAssignableTo(Admin.class)
                        && call.getName().equals("createTopics")))
        .as("tests make their topics with MadeTopics, so that they can be used at once");
  }
}
