package jp.tsunagu.compose.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A client's requests about one case, each answered before the next began, take effect in their
 * order; every inbox shows a case in the order of the ledger, which has no gap.
 */
final class InOrder implements Guarantee {
  private final Map<String, Long> entered = new HashMap<>();
  private final Map<String, Shown> seen = new HashMap<>();
  private final Map<String, Long> latest = new HashMap<>();
  private final List<Attempt> answered = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();

  @Override
  public void attempted(Attempt attempt) {
    if (attempt.first() instanceof Answer.Ok) {
      answered.add(attempt);
    }
  }

  @Override
  public void entered(Found.Entry entry) {
    var last = entered.put(entry.caseId(), entry.sequence());
    var expected = last == null ? 1 : last + 1;
    if (entry.sequence() != expected) {
      broken.add(
          "ledger: " + entry.sequence() + " instead of " + expected + " in " + entry.caseId());
    }
  }

  @Override
  public void shown(Shown shown) {
    var before = latest.put(shown.agency() + "/" + shown.caseId(), shown.sequence());
    if (before != null && before >= shown.sequence()) {
      broken.add(
          shown.agency()
              + " sees "
              + shown.sequence()
              + " after "
              + before
              + " of "
              + shown.caseId());
    }
    if (shown.isArrival()) {
      seen.put(shown.referralId(), shown);
    }
  }

  @Override
  public List<String> broken() {
    var all = new ArrayList<>(broken);
    var last = new HashMap<String, Long>();
    for (var attempt : answered) {
      var shown = seen.get(((Answer.Ok) attempt.first()).referralId());
      if (shown != null) {
        var before = last.put(attempt.caseId(), shown.sequence());
        if (before != null && Objects.requireNonNull(before) >= shown.sequence()) {
          all.add(attempt + " took effect before an earlier one");
        }
      }
    }
    return all;
  }
}
