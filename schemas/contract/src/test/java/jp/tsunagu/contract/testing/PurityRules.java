package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;

/** Pure cores: the same input gives the same output, without clock, chance, files or frameworks. */
final class PurityRules {
  /** The packages of the contract that touch technology; everything else there is pure. */
  private static final String[] TECHNOLOGY = {
    "..avro..",
    "..kafka..",
    "..wire..",
    "..written..",
    "..stream..",
    "..topic..",
    "..topics..",
    "..tool..",
    "..tools..",
    "..testing.."
  };

  private static final DescribedPredicate<JavaClass> PURE_CONTRACT =
      resideInAPackage("jp.tsunagu.contract..").and(resideOutsideOfPackages(TECHNOLOGY));

  private static final DescribedPredicate<JavaClass> PLAIN_JDK =
      resideInAnyPackage(
          "java.lang..",
          "java.util..",
          "java.time..",
          "java.math..",
          "java.text..",
          "java.io..",
          "java.nio",
          "java.nio.charset..",
          "java.security..");

  private static final Set<String> SOURCES_OF_CHANCE =
      Set.of(
          "java.util.UUID.randomUUID",
          "java.lang.Math.random",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.time.ZoneId.systemDefault",
          "java.util.Locale.getDefault",
          "java.util.concurrent.ThreadLocalRandom.current");

  private PurityRules() {}

  static List<ArchRule> all(List<String> purePackages) {
    var pure = PURE_CONTRACT.or(resideInAnyPackage(purePackages.toArray(String[]::new))).as("pure");
    return List.of(pureSeesOnlyPure(pure), pureAsksNoClock(pure), pureLeavesNothingToChance(pure));
  }

  private static ArchRule pureSeesOnlyPure(DescribedPredicate<JavaClass> pure) {
    var allowed =
        pure.or(PLAIN_JDK)
            .or(resideInAnyPackage("org.jspecify.annotations..", "jp.tsunagu.contract.written.."));
    return classes()
        .that(pure)
        .should()
        .onlyDependOnClassesThat(
            allowed.as("are pure, of the JDK or JSpecify, or say how a record is written"))
        .as("pure packages see only the JDK and pure packages");
  }

  private static ArchRule pureAsksNoClock(DescribedPredicate<JavaClass> pure) {
    return noClasses()
        .that(pure)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "the time is asked for",
                call ->
                    call.getTargetOwner().getPackageName().equals("java.time")
                        && Set.of("now", "instant", "millis").contains(call.getName())))
        .as("pure packages ask no clock");
  }

  private static ArchRule pureLeavesNothingToChance(DescribedPredicate<JavaClass> pure) {
    return noClasses()
        .that(pure)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "chance or the machine decides", call -> SOURCES_OF_CHANCE.contains(nameOf(call))))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.security.SecureRandom")
        .as("pure packages leave nothing to chance or to the machine");
  }

  private static String nameOf(JavaCall<?> call) {
    return call.getTargetOwner().getName() + "." + call.getName();
  }
}
