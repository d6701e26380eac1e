package jp.tsunagu.contract.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What packages may look like and where technology may stand. */
final class StructureRules {
  /** Generated Avro classes. */
  static final String GENERATED = "jp.tsunagu.contract.avro..";

  /** Where Avro may be seen: at the edge to Kafka, and where the contract binds topic to record. */
  private static final String[] AVRO_EDGE = {
    GENERATED, "..kafka..", "..wire..", "..stream..", "..topic..", "..topics.."
  };

  /**
   * Where it is said how something looks in JSON: where it is told, by the registry's protocol and
   * on topics for others too. What pages and the core know as well needs no word of it.
   */
  private static final String[] JSON_EDGE = {
    "..web..", "..view..", "..registry..", "..publish..", "jp.tsunagu.runtime..", "..written.."
  };

  private StructureRules() {}

  static List<ArchRule> all(String root) {
    return List.of(
        everyPackageIsNullMarked(),
        featuresHaveNoCycles(root),
        avroStaysAtTheEdge(),
        jsonStaysAtTheEdge(),
        plainNames());
  }

  private static ArchRule everyPackageIsNullMarked() {
    return classes()
        .that()
        .resideOutsideOfPackage(GENERATED)
        .should(standInANullMarkedPackage())
        .as("every package has a package-info with @NullMarked");
  }

  private static ArchCondition<JavaClass> standInANullMarkedPackage() {
    return new ArchCondition<>("stand in a @NullMarked package") {
      @Override
      public void check(JavaClass item, ConditionEvents events) {
        var marked = item.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(new SimpleConditionEvent(item, marked, item.getPackageName()));
      }
    };
  }

  private static ArchRule featuresHaveNoCycles(String root) {
    return slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("the feature packages have no cycles");
  }

  private static ArchRule avroStaysAtTheEdge() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(AVRO_EDGE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.avro..", GENERATED)
        .as("Avro stands only in kafka, wire, stream and topic packages");
  }

  private static ArchRule jsonStaysAtTheEdge() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(JSON_EDGE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.fasterxml.jackson.annotation..", "io.swagger.v3.oas.annotations.media..")
        .as("how something looks in JSON is said in web and view packages");
  }

  private static ArchRule plainNames() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(GENERATED)
        .should()
        .haveNameMatching(".*(Utils?|Managers?|Helpers?|Impl|Dto|DTO)")
        .as("no class is called Util, Manager, Helper, Impl or Dto");
  }
}
