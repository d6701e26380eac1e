package jp.tsunagu.compose.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever was taken is visible at its receiver once; what nobody knows of, at most once. */
final class ArrivesOnce implements Guarantee {
  private final Map<String, Attempt> taken = new HashMap<>();
  private final Map<String, Integer> arrivals = new HashMap<>();
  private final Set<String> ended = new HashSet<>();

  @Override
  public void attempted(Attempt attempt) {
    if (attempt.last() instanceof Answer.Ok(String referralId)) {
      taken.put(referralId, attempt);
    }
  }

  @Override
  public void shown(Shown shown) {
    if (shown.isArrival()) {
      arrivals.merge(shown.referralId(), 1, Integer::sum);
    }
  }

  @Override
  public void ended(Found.Ending ending) {
    ended.add(ending.referralId());
  }

  @Override
  public List<String> broken() {
    var broken = new ArrayList<String>();
    taken.forEach(
        (referralId, attempt) -> {
          if (!arrivals.containsKey(referralId) && !ended.contains(referralId)) {
            broken.add(attempt + " was taken and is not visible");
          }
        });
    arrivals.forEach(
        (referralId, times) -> {
          if (times > 1) {
            broken.add("referral " + referralId + " is visible " + times + " times");
          }
        });
    return broken;
  }
}
