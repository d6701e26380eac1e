package jp.tsunagu.contract.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.CommandId;

/**
 * An entry of the register: a resource (社会資源) or a 地域課題. It says itself what became of the last
 * wishes about it.
 */
public interface RegisterEntry {

  /** Names it among all entries. */
  UUID id();

  /** What is offered, or what is missing, in one line. */
  String what();

  /** How often it was written, from 1. */
  int revision();

  /** Whether this agency says what stands in it; the desk does so of every entry. */
  boolean belongsTo(AgencyId agency);

  /** What became of the last wishes about it, oldest first. */
  List<WishAnswer> answers();

  /** What became of this wish; empty where it is not known, or no longer. */
  default Optional<WishAnswer> answerTo(CommandId wish) {
    return answers().stream().filter(answer -> answer.commandId().equals(wish)).findFirst();
  }
}
