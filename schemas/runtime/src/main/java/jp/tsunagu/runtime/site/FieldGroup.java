package jp.tsunagu.runtime.site;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Fields that stand together, the rarely needed ones behind the others.
 *
 * @param open those that are always seen
 * @param behind those that a reader opens
 */
public record FieldGroup(List<PageField> open, List<PageField> behind) {

  private static final int MOST_NAMES = 4;

  /** Keeps unmodifiable copies. */
  public FieldGroup {
    open = List.copyOf(open);
    behind = List.copyOf(behind);
  }

  static FieldGroup of(List<PageField> fields) {
    return new FieldGroup(
        fields.stream().filter(field -> !field.folded()).toList(),
        fields.stream().filter(PageField::folded).toList());
  }

  /** What is behind, in words. */
  public String names() {
    String names =
        behind.stream().limit(MOST_NAMES).map(PageField::label).collect(Collectors.joining("・"));
    return behind.size() > MOST_NAMES ? names + " など" : names;
  }

  /** Whether something behind is filled in or wrong, so that it must be seen. */
  public boolean isNeeded() {
    return behind.stream().anyMatch(field -> field.isFilled() || field.isWrong());
  }
}
