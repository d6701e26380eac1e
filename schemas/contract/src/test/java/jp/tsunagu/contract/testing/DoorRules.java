package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What every service does the same way at its door, and does not write a second time. */
final class DoorRules {
  private static final String RUNTIME = "jp.tsunagu.runtime..";

  /** The login's provider of a run on one machine is no service: it asks who somebody is. */
  private static final String PROVIDER = "jp.tsunagu.compose.login..";

  private static final String BODY = "org.springframework.web.bind.annotation.RequestBody";

  private DoorRules() {}

  static List<ArchRule> all() {
    return List.of(
        noSecondOfItsName(),
        oneGate(),
        oneProblemPage(),
        oneEdge(),
        oneReaderOfBodies(),
        oneRefusedStart());
  }

  private static ArchRule noSecondOfItsName() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(RUNTIME)
        .should()
        .haveNameMatching(
            ".*\\.(Caller|Callers|CallerSettings|CallerGate|Problem|ProblemPage|ProblemAdvice"
                + "|StartRefused|Page|PageRequest|Cursor|Query)")
        .as("caller, problem, page and refused start stand in the runtime alone");
  }

  private static ArchRule oneGate() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(RUNTIME, PROVIDER)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.security..")
        .as("callers are let in by the runtime alone");
  }

  private static ArchRule oneProblemPage() {
    return noneIs(
        "refusals have one page and one advice",
        "org.springframework.boot.webmvc.error.ErrorController",
        "org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler");
  }

  private static ArchRule oneEdge() {
    return noneIs(
        "what comes in is bounded by the runtime alone",
        "jakarta.servlet.Filter",
        "org.apache.catalina.Valve");
  }

  /**
   * Bytes are read as a form; a body that is bound to a type takes what fits and says nothing of
   * the rest.
   */
  private static ArchRule oneReaderOfBodies() {
    return noMethods()
        .should(
            be(
                DescribedPredicate.describe(
                    "bound to a body that is no bytes",
                    (JavaMethod method) ->
                        method.getParameters().stream().anyMatch(DoorRules::isBoundBody))))
        .as("bodies are read as forms: a method takes their bytes");
  }

  private static boolean isBoundBody(JavaParameter parameter) {
    return parameter.isAnnotatedWith(BODY) && !parameter.getRawType().isEquivalentTo(byte[].class);
  }

  private static ArchRule oneRefusedStart() {
    return noneIs(
        "a start is refused in one way", "org.springframework.boot.diagnostics.FailureAnalyzer");
  }

  /** By their names, because most modules have not all of these libraries. */
  private static ArchRule noneIs(String rule, String... types) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(RUNTIME, PROVIDER)
        .should()
        .beAssignableTo(
            DescribedPredicate.describe(
                rule, (JavaClass type) -> List.of(types).contains(type.getName())))
        .as(rule);
  }
}
