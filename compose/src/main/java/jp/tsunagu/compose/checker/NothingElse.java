package jp.tsunagu.compose.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nobody sees what no client could have caused: a referral that was refused or that none tried, or
 * one of a case that was never sent to who sees it.
 */
final class NothingElse implements Guarantee {
  /** A case and an agency. */
  private record Pair(String caseId, String agency) {}

  private final Map<String, Attempt> taken = new HashMap<>();
  private final Map<Pair, Integer> unknown = new HashMap<>();
  private final Set<Pair> named = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final List<Shown> all = new ArrayList<>();

  @Override
  public void attempted(Attempt attempt) {
    var pair = new Pair(attempt.caseId(), attempt.receiver());
    switch (attempt.last()) {
      case Answer.Ok(String referralId) -> {
        taken.put(referralId, attempt);
        named.add(pair);
      }
      case Answer.Unknown _ -> {
        unknown.merge(pair, 1, Integer::sum);
        named.add(pair);
      }
      case Answer.Refused _ -> {}
    }
  }

  @Override
  public void shown(Shown shown) {
    all.add(shown);
  }

  @Override
  public void ended(Found.Ending ending) {
    ended.add(ending.referralId());
  }

  @Override
  public List<String> broken() {
    var broken = new ArrayList<String>();
    for (var shown : all) {
      if (!named.contains(new Pair(shown.caseId(), shown.agency()))) {
        broken.add(shown.agency() + " sees case " + shown.caseId() + " that nobody sent there");
      } else if (shown.isArrival()) {
        explain(shown, broken);
      }
    }
    return broken;
  }

  private void explain(Shown shown, List<String> broken) {
    var attempt = taken.get(shown.referralId());
    if (attempt == null) {
      var left = unknown.merge(new Pair(shown.caseId(), shown.receiver()), -1, Integer::sum);
      if (left < 0) {
        broken.add("referral " + shown.referralId() + " is visible and nobody was told so");
      }
    } else if (!attempt.receiver().equals(shown.receiver())
        || !attempt.caseId().equals(shown.caseId())) {
      broken.add(attempt + " is visible as another one at " + shown.receiver());
    } else if (ended.contains(shown.referralId())) {
      broken.add(attempt + " is visible though its sender was told that nothing came of it");
    }
  }
}
