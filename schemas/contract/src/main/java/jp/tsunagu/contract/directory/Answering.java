package jp.tsunagu.contract.directory;

import java.util.List;
import java.util.Optional;
import jp.tsunagu.contract.id.CommandId;

/** A record of the register that says itself what became of the last wishes about it. */
public interface Answering {

  /** What became of the last wishes about it, oldest first. */
  List<WishAnswer> answers();

  /** What became of this wish; empty where it is not known, or no longer. */
  default Optional<WishAnswer> answerTo(CommandId wish) {
    return answers().stream().filter(answer -> answer.commandId().equals(wish)).findFirst();
  }
}
