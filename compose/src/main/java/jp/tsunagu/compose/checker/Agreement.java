package jp.tsunagu.compose.checker;

import java.util.ArrayList;
import java.util.List;

/** What can be worked out twice agrees, and was worked out. */
final class Agreement implements Guarantee {
  private final Promise promise;
  private final List<String> differences = new ArrayList<>();
  private boolean compared;

  Agreement(Promise promise) {
    this.promise = promise;
  }

  @Override
  public void compared(Found.Comparison comparison) {
    if (comparison.promise() == promise) {
      compared = true;
      differences.addAll(comparison.differences());
    }
  }

  @Override
  public List<String> broken() {
    return compared ? List.copyOf(differences) : List.of("nobody looked");
  }
}
