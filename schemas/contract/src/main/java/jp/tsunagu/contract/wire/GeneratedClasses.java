package jp.tsunagu.contract.wire;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * The classes generated from the IDL, for programs that work with Avro itself.
 *
 * <p>Avro reads into a class only if its package is trusted, and trusts no generated one by itself.
 */
final class GeneratedClasses {
  private static final String PACKAGE = "jp.tsunagu.contract.avro.";

  private GeneratedClasses() {}

  /** Lets Avro read into the generated classes, beside what it trusts already. */
  static void trust() {
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(PACKAGE)));
  }
}
