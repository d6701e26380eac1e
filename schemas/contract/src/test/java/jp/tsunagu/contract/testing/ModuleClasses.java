package jp.tsunagu.contract.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;

/**
 * The compiled classes of a module, read once for all rules: the libraries that they name take most
 * of the time.
 */
public final class ModuleClasses {
  /** Given up where memory is wanted. */
  private static final Map<String, SoftReference<JavaClasses>> READ = new HashMap<>();

  private static final ImportOption NO_TESTS = new ImportOption.DoNotIncludeTests();
  private static final ImportOption TESTS = new ImportOption.OnlyIncludeTests();

  private ModuleClasses() {}

  /** Product classes below this package. */
  public static JavaClasses ofProduct(String root) {
    return all(root)
        .that(
            lie(
                "in the product",
                location ->
                    NO_TESTS.includes(location)
                        && !location.contains("/jp/tsunagu/contract/testing/")));
  }

  /** Test classes below this package. */
  static JavaClasses ofTests(String root) {
    return all(root).that(lie("in tests", TESTS));
  }

  private static synchronized JavaClasses all(String root) {
    var kept = READ.get(root);
    var classes = kept == null ? null : kept.get();
    if (classes == null) {
      classes = new ClassFileImporter().importPackages(root);
      READ.put(root, new SoftReference<>(classes));
    }
    return classes;
  }

  private static DescribedPredicate<JavaClass> lie(String where, ImportOption option) {
    return DescribedPredicate.describe(
        "lie " + where,
        type -> option.includes(Location.of(type.getSource().orElseThrow().getUri())));
  }
}
