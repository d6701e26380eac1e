package jp.tsunagu.contract.form;

/**
 * What no single field can say. It is run over whatever could be read, also where a field is wrong
 * or missing, so that everything is told at once.
 */
@FunctionalInterface
public interface FormCheck {

  /** Notes what is wrong. */
  void check(Filled filled, Checking at);
}
