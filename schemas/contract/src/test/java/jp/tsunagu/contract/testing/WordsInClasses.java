package jp.tsunagu.contract.testing;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.tsunagu.contract.growth.GrowingCode;
import jp.tsunagu.contract.growth.NewerRecord;
import jp.tsunagu.contract.wording.EventWords;

/** The words that stand in compiled classes, and those of them that the contract has. */
final class WordsInClasses {

  private static final Pattern JAPANESE = Pattern.compile(".*[\\p{IsHan}\\p{IsKatakana}].*");

  private WordsInClasses() {}

  /**
   * Every name of the contract: labels of its codes and of events. Sentences are none; what newer
   * programs say is a constant that the compiler copies.
   */
  static Set<String> ofTheContract() {
    var classes = ArchConfiguration.withThreadLocalScope(WordsInClasses::written);
    Stream<String> labels =
        classes.stream()
            .filter(JavaClass::isEnum)
            .filter(type -> type.tryGetMethod("label").isPresent())
            .flatMap(type -> labels(type.reflect()));
    return Stream.concat(labels, in(classes.get(EventWords.class)))
        .filter(word -> JAPANESE.matcher(word).matches())
        .filter(word -> !word.contains("。"))
        .filter(word -> !Set.of(GrowingCode.NEW_LABEL, NewerRecord.NEW_LABEL).contains(word))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Without the libraries that they name: nothing is asked of those here. */
  private static JavaClasses written(ArchConfiguration configuration) {
    configuration.setResolveMissingDependenciesFromClassPath(false);
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(WordsInClasses::isWritten)
        .importPackages("jp.tsunagu.contract");
  }

  /** Every string that stands in the class as a constant. */
  static Stream<String> in(JavaClass type) {
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      return StreamSupport.stream(
          ClassFile.of().parse(bytes.readAllBytes()).constantPool().spliterator(), false)
          .filter(StringEntry.class::isInstance)
          .map(entry -> ((StringEntry) entry).stringValue())
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWritten(Location location) {
    return !location.contains("/testing/") && !location.contains("/avro/");
  }

  private static Stream<String> labels(Class<?> type) {
    return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
        .map(WordsInClasses::label);
  }

  private static String label(Object code) {
    try {
      return (String) code.getClass().getMethod("label").invoke(code);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a label cannot be asked for: " + code, e);
    }
  }
}
