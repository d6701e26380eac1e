package jp.tsunagu.contract.form;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was filled into a form. Its text tells nothing of it. */
public final class Filled {

  private final Map<String, Object> values;
  private final Set<String> there;

  /**
   * What could be read.
   *
   * @param values by the names of fields, each of the type of its field's kind
   * @param there the names of all fields that are filled in, also of those that could not be read
   */
  public Filled(Map<String, Object> values, Set<String> there) {
    this.values = Map.copyOf(values);
    this.there = Set.copyOf(there);
  }

  /** What stands in the field; none if it is blank or could not be read. */
  @SuppressWarnings("unchecked") // the reader gave what the field's kind says
  public <T> @Nullable T get(FormField<T> field) {
    return (T) values.get(field.name());
  }

  /** What stands in a required field of a form without problems. */
  public <T> T must(FormField<T> field) {
    return Objects.requireNonNull(get(field), field.name());
  }

  /** What stands in the field, else what is usual. */
  public <T> T or(FormField<T> field, T usual) {
    T value = get(field);
    return value == null ? usual : value;
  }

  /** Whether the field is filled in, rightly or not. */
  public boolean has(FormField<?> field) {
    return there.contains(field.name());
  }

  @Override
  public String toString() {
    return "Filled[" + there.size() + " fields]";
  }
}
