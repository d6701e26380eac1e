package jp.tsunagu.contract.testing;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The house rules for the classes of one module, each as a test of its own.
 *
 * <p>Use in three lines: {@code @TestFactory Stream<DynamicTest> the_house_rules_hold() { return
 * ArchitectureRules.of("jp.tsunagu.gateway").pure("jp.tsunagu.gateway.decision..").tests(); }}.
 *
 * @param root the module's root package; classes below it are checked
 * @param purePackages packages that see only the JDK and pure packages, as ArchUnit patterns;
 *     everything in the contract except its technology packages is pure already
 * @param printingPackages packages whose classes talk to a person on the console
 */
public record ArchitectureRules(
    String root, List<String> purePackages, List<String> printingPackages) {

  /** The rules for a module without pure packages of its own, and without a console. */
  public static ArchitectureRules of(String root) {
    return new ArchitectureRules(root, List.of(), List.of());
  }

  /** The same with packages that must stay pure, such as {@code jp.tsunagu.gateway.decision..}. */
  public ArchitectureRules pure(String... packages) {
    return new ArchitectureRules(root, List.of(packages), printingPackages);
  }

  /** The same with packages that may print, such as {@code jp.tsunagu.compose..}. */
  public ArchitectureRules printing(String... packages) {
    return new ArchitectureRules(root, purePackages, List.of(packages));
  }

  /** One test per rule over the module's product classes, and per rule over its test classes. */
  public Stream<DynamicTest> tests() {
    return Stream.concat(tests(ModuleClasses.ofProduct(root)), testsOfTests());
  }

  /** One test per rule over the module's test classes. */
  private Stream<DynamicTest> testsOfTests() {
    var classes = ModuleClasses.ofTests(root);
    return TestHabitRules.all().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getDescription(), () -> rule.allowEmptyShould(true).check(classes)));
  }

  Stream<DynamicTest> tests(JavaClasses classes) {
    return rules()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
  }

  /**
   * Every rule, read from the top: structure, purity, what no class may do, what stands in the
   * runtime alone, what stands in the contract once.
   */
  public Stream<ArchRule> rules() {
    return Stream.of(
            StructureRules.all(root),
            PurityRules.all(purePackages),
            HabitRules.all(printingPackages),
            RecordRules.all(),
            DoorRules.all(),
            ClientRules.all(),
            WordRules.all())
        .flatMap(List::stream)
        .map(rule -> CompositeArchRule.of(rule).allowEmptyShould(true).as(rule.getDescription()));
  }
}
