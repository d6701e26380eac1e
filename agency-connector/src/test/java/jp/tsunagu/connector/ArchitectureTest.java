package jp.tsunagu.connector;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.util.stream.Stream;
import jp.tsunagu.connector.record.Records;
import jp.tsunagu.contract.testing.ArchitectureRules;
import jp.tsunagu.contract.testing.ModuleClasses;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
  @TestFactory
  Stream<DynamicTest> the_house_rules_hold() {
    return ArchitectureRules.of("jp.tsunagu.connector").tests();
  }

  /** Commands compare with what is held; whatever shows it goes by what may be shown. */
  @Test
  void what_a_dossier_holds_is_shown_through_one_place() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..connector.command..", "..connector.record..")
        .and()
        .doNotHaveSimpleName("ShownDossiers")
        .and()
        .doNotHaveSimpleName("ShownFiles")
        .should()
        .callMethodWhere(
            describe(
                "dossiers are asked of Records",
                (JavaMethodCall call) ->
                    call.getTargetOwner().isEquivalentTo(Records.class)
                        && (call.getName().startsWith("dossier") || call.getName().equals("file"))))
        .check(ModuleClasses.ofProduct("jp.tsunagu.connector"));
  }
}
