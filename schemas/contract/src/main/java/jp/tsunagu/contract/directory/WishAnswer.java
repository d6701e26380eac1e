package jp.tsunagu.contract.directory;

import java.util.ArrayList;
import java.util.List;
import jp.tsunagu.contract.id.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a wish about the register.
 *
 * @param refusal none where it took effect
 */
public record WishAnswer(CommandId commandId, @Nullable RegisterRefusal refusal) {

  /** So many answers are remembered: whoever asks waits for seconds. */
  private static final int MOST = 16;

  /** These with one more, as many as are remembered. */
  static List<WishAnswer> after(List<WishAnswer> answers, WishAnswer answer) {
    List<WishAnswer> all = new ArrayList<>(answers);
    all.add(answer);
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }
}
