package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** What a record must be so that its values are not mixed up where it is made. */
final class RecordRules {
  private static final int MOST_COMPONENTS = 8;

  /** Bound by the names of settings: nobody makes one by places, no test either. */
  private static final Set<String> SETTINGS =
      Set.of(
          "jp.tsunagu.runtime.login.LoginSettings",
          "jp.tsunagu.runtime.mail.MailProperties",
          "jp.tsunagu.stats.configuration.StatsProperties");

  /** Its components are as many as a case has sides, and no two are of one type. */
  private static final Set<String> STATES = Set.of("jp.tsunagu.contract.lifecycle.CaseState");

  private RecordRules() {}

  static List<ArchRule> all() {
    return List.of(whatBelongsTogetherIsGrouped());
  }

  private static ArchRule whatBelongsTogetherIsGrouped() {
    return noClasses()
        .that(DescribedPredicate.describe("have no exception", RecordRules::hasNoException))
        .should(
            be(
                DescribedPredicate.describe(
                    "records of more than " + MOST_COMPONENTS + " components",
                    RecordRules::isLarge)))
        .as("a record groups what belongs together: at most eight components");
  }

  private static boolean hasNoException(JavaClass type) {
    String name = type.getName();
    return !SETTINGS.contains(name) && !STATES.contains(name);
  }

  private static boolean isLarge(JavaClass type) {
    return type.isRecord()
        && type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count()
            > MOST_COMPONENTS;
  }
}
