package jp.tsunagu.runtime.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.tsunagu.contract.calendar.TokyoTime;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads forms from JSON, noting everything that is wrong instead of the first. What is filled in
 * and read right is checked also where something beside it is wrong.
 */
public final class FormReader {

  private final NetworkDirectory directory;
  private final LocalDate today;

  /**
   * A reader for one moment.
   *
   * @param directory what may be named; while it is empty only the form of a name is checked
   * @param now its day (Asia/Tokyo) is today for every check
   */
  public FormReader(NetworkDirectory directory, Instant now) {
    this.directory = directory;
    this.today = TokyoTime.dateOf(now);
  }

  /** A reader for forms that ask neither who is in the network nor which day it is. */
  public static FormReader ofPlainForms() {
    return new FormReader(NetworkDirectory.EMPTY, Instant.EPOCH);
  }

  /** Reads a form as a whole. */
  public FormReading read(Form form, JsonNode root) {
    Problems problems = new Problems();
    Filled filled = read(form, root, new Checking(directory, today, "", problems));
    return problems.none()
        ? new FormReading.Usable(filled)
        : new FormReading.Unusable(problems.list());
  }

  /** Reads one form of a whole; what is wrong is noted at its place. */
  Filled read(Form form, JsonNode node, Checking at) {
    Map<String, Object> values = new HashMap<>();
    Set<String> there = new HashSet<>();
    FieldReader fields = new FieldReader(this, at);
    for (FormField<?> field : form.fields()) {
      JsonNode value = node.path(field.name());
      if (!Texts.isBlank(value)) {
        there.add(field.name());
        put(values, field, fields.read(field, value));
      } else if (field.required()) {
        at.missing(field);
      }
    }
    nothingElse(form, node, at);
    Filled filled = new Filled(values, there);
    form.checks().forEach(check -> check.check(filled, at));
    return filled;
  }

  private static void put(Map<String, Object> values, FormField<?> field, @Nullable Object value) {
    if (value != null) {
      values.put(field.name(), value);
    }
  }

  /** Says of every field that the form does not have that there is no such field. */
  private static void nothingElse(Form form, JsonNode node, Checking at) {
    List<String> known = form.fields().stream().map(FormField::name).sorted().toList();
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        at.problems().add(at.path(name), "知らない項目です。", "ここに書ける項目: " + String.join("、", known));
      }
    }
  }
}
