package jp.tsunagu.contract.form;

import java.time.LocalDate;
import java.util.List;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.wording.Coded;

/**
 * Where a form is while it is checked.
 *
 * @param directory what may be named now
 * @param today in Asia/Tokyo
 * @param path of the form within the whole; empty for the outermost
 * @param problems where what is wrong is noted
 */
public record Checking(
    NetworkDirectory directory, LocalDate today, String path, Problems problems) {

  /** The path of a field of this form. */
  public String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Notes a problem of one field. */
  public void problem(FormField<?> field, String problem, String fix) {
    problems.add(path(field.name()), problem, fix);
  }

  /** Notes that a field is missing that only a check can require. */
  public void missing(FormField<?> field) {
    missing(field, field.label() + "の記入がありません。");
  }

  /** The same in these words. */
  public void missing(FormField<?> field, String problem) {
    List<Coded> choices = field.choices(directory);
    problems.add(path(field.name()), problem, field.fix(directory), choices);
  }

  /** A day on which something ends is none before it began. */
  public void inOrder(Filled form, FormField<LocalDate> from, FormField<LocalDate> until) {
    LocalDate begins = form.get(from);
    LocalDate ends = form.get(until);
    if (begins != null && ends != null && ends.isBefore(begins)) {
      problem(
          until,
          until.label() + "が" + from.label() + "より前です。",
          from.label() + "か" + until.label() + "を直してください。");
    }
  }

  /** The place of a section of this form. */
  public Checking in(FormField<Filled> section) {
    return in(section.name());
  }

  /** The place of a row of this form, from 0. */
  public Checking in(FormField<?> rows, int row) {
    return in(rows.name() + "[" + row + "]");
  }

  /** The place of what is called so in this form. */
  public Checking in(String name) {
    return new Checking(directory, today, path(name), problems);
  }
}
