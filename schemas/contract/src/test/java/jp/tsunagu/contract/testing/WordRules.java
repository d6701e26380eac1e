package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.ResponseDeadlines;

/** What stands in the contract once, so that two services cannot say it differently. */
final class WordRules {

  private static final String CONTRACT = "jp.tsunagu.contract..";

  private WordRules() {}

  static List<ArchRule> all() {
    return List.of(calendarsAreBuiltOnce(), deadlinesAreWorkedOutOnce());
  }

  private static ArchRule calendarsAreBuiltOnce() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(CONTRACT)
        .should()
        .callConstructorWhere(
            DescribedPredicate.<JavaConstructorCall>describe(
                "a calendar of one's own is built",
                call -> call.getTargetOwner().isEquivalentTo(OfficeCalendar.class)))
        .as("the office calendar of a city comes from its directory");
  }

  private static ArchRule deadlinesAreWorkedOutOnce() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(CONTRACT)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ResponseDeadlines.class)
        .as("a response deadline is worked out by the directory alone");
  }
}
