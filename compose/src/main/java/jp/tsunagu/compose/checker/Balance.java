package jp.tsunagu.compose.checker;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Nothing that was taken is anywhere else than arrived, put aside or told to be without effect. */
final class Balance implements Guarantee {
  private final Set<String> taken = new HashSet<>();
  private final Set<String> arrived = new HashSet<>();
  private int times;
  private final Set<String> aside = new HashSet<>();
  private final Set<String> undelivered = new HashSet<>();

  @Override
  public void attempted(Attempt attempt) {
    if (attempt.last() instanceof Answer.Ok(String referralId)) {
      taken.add(referralId);
    }
  }

  @Override
  public void shown(Shown shown) {
    if (shown.isArrival() && taken.contains(shown.referralId())) {
      arrived.add(shown.referralId());
      times++;
    }
  }

  @Override
  public void ended(Found.Ending ending) {
    (ending.putAside() ? aside : undelivered).add(ending.referralId());
  }

  @Override
  public List<String> broken() {
    var sum = times + aside.size() + undelivered.size();
    return sum == taken.size()
        ? List.of()
        : List.of(
            "%d arrived (%d of them different) + %d put aside + %d not delivered, but %d taken"
                .formatted(times, arrived.size(), aside.size(), undelivered.size(), taken.size()));
  }
}
