package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.tsunagu.contract.calendar.OfficeCalendar;
import jp.tsunagu.contract.calendar.ResponseDeadlines;
import jp.tsunagu.contract.directory.DirectoryRecord.FormerName;
import jp.tsunagu.contract.directory.DirectoryRecord.NetworkSettings;

/** What stands in the contract once, so that two services cannot say it differently. */
final class WordRules {

  private static final String CONTRACT = "jp.tsunagu.contract..";

  /** Those who spell words of the contract, each for the reason beside it. */
  private static final String[] SPELL_WORDS = {
    CONTRACT,
    // the headings and answers of a form, which are words of the form
    "jp.tsunagu.connector.sheet..",
    "jp.tsunagu.connector.form..",
    "jp.tsunagu.connector.command..",
    "jp.tsunagu.connector.folder..",
    // files and requests as another system would write them
    "jp.tsunagu.compose.household..",
    "jp.tsunagu.compose.bench..",
    // a stopped reader and a stop of sharing share a word and nothing else; knows no case
    "jp.tsunagu.runtime.broker.."
  };

  /** Counts cases that came back, where the contract's 再開 is what happened to one leg. */
  private static final String A_COLUMN_OF_THE_CITY = "jp.tsunagu.stats.table.CountedCase$Column";

  /** Head the groups of an API's description, as annotations do elsewhere. */
  private static final String DESCRIPTIONS = "Descriptions";

  /** A pattern or a format with 年, 月 or 日 in it. */
  private static final Pattern WRITTEN_DATE = Pattern.compile(".*[uyMLd][年月日].*|.*%\\d*d[年月].*");

  private WordRules() {}

  static List<ArchRule> all() {
    return List.of(
        calendarsAreBuiltOnce(),
        deadlinesAreWorkedOutOnce(),
        formerNamesAreReadOnce(),
        theDeskIsAskedForOnce(),
        datesAreWordedOnce(),
        wordsAreSpeltOnce());
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

  private static ArchRule formerNamesAreReadOnce() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(CONTRACT, "jp.tsunagu.gateway.directory..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(FormerName.class)
        .as("what ids and codes are called, and were called last, is said by the directory alone");
  }

  /** Who reads network.yaml itself has no directory to ask. */
  private static ArchRule theDeskIsAskedForOnce() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            CONTRACT,
            "jp.tsunagu.gateway.recount..",
            "jp.tsunagu.gateway.stream..",
            "jp.tsunagu.compose.city..")
        .should()
        .callMethod(NetworkSettings.class, "deskId")
        .as("who the coordination desk is, is said by the directory alone");
  }

  private static ArchRule datesAreWordedOnce() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(CONTRACT)
        .should()
        .callMethodWhere(
            DescribedPredicate.<JavaMethodCall>describe(
                "a weekday or month is named",
                call ->
                    call.getTargetOwner().getPackageName().startsWith("java.time")
                        && call.getName().equals("getDisplayName")))
        .orShould(spell("a date", WRITTEN_DATE.asMatchPredicate()))
        .as("Japanese dates are worded by the contract alone");
  }

  private static ArchRule wordsAreSpeltOnce() {
    Set<String> words = WordsInClasses.ofTheContract();
    return noClasses()
        .that()
        .resideOutsideOfPackages(SPELL_WORDS)
        .and()
        .doNotHaveFullyQualifiedName(A_COLUMN_OF_THE_CITY)
        .and()
        .haveSimpleNameNotEndingWith(DESCRIPTIONS)
        .should(spell("a word of the contract", words::contains))
        .as("what the contract has a word for is spelt there alone");
  }

  private static ArchCondition<JavaClass> spell(String what, Predicate<String> found) {
    return new ArchCondition<>("spell " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        WordsInClasses.in(type)
            .filter(found)
            .forEach(
                word ->
                    events.add(
                        SimpleConditionEvent.satisfied(type, type.getName() + " spells " + word)));
      }
    };
  }
}
