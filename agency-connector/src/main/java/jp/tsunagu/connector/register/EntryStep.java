package jp.tsunagu.connector.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.directory.RegisterCommand;
import jp.tsunagu.contract.directory.RegisterEntry;
import jp.tsunagu.contract.form.FieldProblem;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import tools.jackson.databind.node.ObjectNode;

/** What an agency can do with an entry of the register, with the form for it. */
public interface EntryStep<T extends RegisterEntry> {

  /** By which addresses name it. */
  String word();

  /** What a person reads. */
  String title();

  /** What is asked of a person. */
  Form form();

  /** Whether it is done to the revision that was read: a program says which one that was. */
  default boolean isBased() {
    return true;
  }

  /** What is asked of a program. */
  default Form sent() {
    return isBased() ? form().and(List.of(ResourceForms.BASED_ON)) : form();
  }

  /** Whether it can be done to this one as it stands. */
  boolean isPossible(T entry);

  /** What stands in the form before it is filled in. */
  ObjectNode begun(T entry, LocalDate today);

  /** What is wrong with what was filled in, as far as the directory tells. */
  default Optional<FieldProblem> objection(Filled filled, NetworkDirectory directory) {
    return Optional.empty();
  }

  /** What is wished of the network. */
  RegisterCommand wished(Wish<?> wish, Filled filled);
}
