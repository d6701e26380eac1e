package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;
import jp.tsunagu.contract.directory.DirectoryRecord.SchemaEntry;
import jp.tsunagu.contract.topic.Topics;
import jp.tsunagu.contract.wire.Codec;

/** What no class of the product may do. */
final class HabitRules {
  private static final Pattern OLD_DATES =
      Pattern.compile(
          "java\\.util\\.(Date|Calendar|GregorianCalendar)"
              + "|java\\.text\\.(DateFormat|SimpleDateFormat)");

  /** Who follows the topic, and at the gateway who makes and writes it. */
  private static final String[] KNOW_THE_DIRECTORY_TOPIC = {
    "jp.tsunagu.runtime.directory..",
    "jp.tsunagu.contract.topic..",
    "jp.tsunagu.gateway.directory..",
    "jp.tsunagu.gateway.stream.."
  };

  private HabitRules() {}

  static List<ArchRule> all(List<String> printingPackages) {
    return List.of(
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.as("nothing is injected into fields"),
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.as("no generic exception is thrown"),
        noJavaUtilLogging(),
        onlyConsolesPrint(printingPackages),
        timeComesFromAClock(),
        nobodySleeps(),
        noOldDates(),
        noJackson2(),
        theDirectoryIsReadInOnePlace(),
        theDirectoryIsFollowedInOnePlace());
  }

  private static ArchRule theDirectoryIsReadInOnePlace() {
    return noClasses()
        .that()
        .resideOutsideOfPackage("jp.tsunagu.runtime.directory..")
        .should()
        .callMethod(Codec.class, "learn", SchemaEntry.class)
        .as("records of the directory topic are taken in by jp.tsunagu.runtime.directory alone");
  }

  private static ArchRule theDirectoryIsFollowedInOnePlace() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(KNOW_THE_DIRECTORY_TOPIC)
        .should()
        .callMethod(Topics.class, "directory")
        .as("the directory topic is followed by jp.tsunagu.runtime.directory alone");
  }

  private static ArchRule onlyConsolesPrint(List<String> printingPackages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(printingPackages.toArray(String[]::new))
        .should(ACCESS_STANDARD_STREAMS)
        .as("only packages with a console print");
  }

  private static ArchRule timeComesFromAClock() {
    return noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "the machine's clock is asked instead of a Clock",
                HabitRules::asksTheMachinesClock))
        .as("time comes from a Clock that is handed in");
  }

  private static boolean asksTheMachinesClock(JavaMethodCall call) {
    return call.getTargetOwner().getPackageName().equals("java.time")
        && call.getName().equals("now")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(parameter -> parameter.isEquivalentTo(java.time.Clock.class));
  }

  private static ArchRule noJavaUtilLogging() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .as("java.util.logging is not used");
  }

  static ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a thread sleeps",
                call ->
                    call.getTargetOwner().isEquivalentTo(Thread.class)
                        && call.getName().equals("sleep")))
        .as("nobody sleeps");
  }

  /** What an older library gives as a date becomes an instant where it comes in. */
  private static ArchRule noOldDates() {
    return noClasses()
        .should(
            new ArchCondition<JavaClass>("use old dates") {
              @Override
              public void check(JavaClass one, ConditionEvents events) {
                one.getDirectDependenciesFromSelf().stream()
                    .filter(used -> OLD_DATES.matcher(used.getTargetClass().getName()).matches())
                    .filter(used -> !used.getDescription().contains("java.util.Date.toInstant()"))
                    .forEach(
                        used ->
                            events.add(SimpleConditionEvent.satisfied(one, used.getDescription())));
              }
            })
        .as("no java.util.Date and its kin");
  }

  private static ArchRule noJackson2() {
    return noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.fasterxml.jackson.databind..",
            "com.fasterxml.jackson.core..",
            "com.fasterxml.jackson.dataformat..",
            "com.fasterxml.jackson.datatype..")
        .as("Jackson 2 is not used");
  }
}
