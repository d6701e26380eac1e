package jp.tsunagu.scheduler.web;

import java.util.function.Function;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.Form;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.id.MeetingId;
import jp.tsunagu.contract.meeting.MeetingCommand;
import jp.tsunagu.contract.meeting.MeetingCommandHeader;
import jp.tsunagu.contract.meeting.MeetingEvent;

/**
 * One thing the desk or an organiser can do about a meeting.
 *
 * @param path below {@code /api/meetings/{id}}, and what programs call it
 * @param title what a person calls it
 * @param description more for whoever writes a program, in Japanese; may be empty
 * @param causes what happens by it
 * @param form what is filled in
 * @param make the command made of a form without problems
 */
record MeetingForm(
    String path,
    String title,
    String description,
    Class<? extends MeetingEvent> causes,
    Form form,
    Function<Making, MeetingCommand> make) {

  /** What a command is made of. */
  record Making(MeetingCommandHeader header, MeetingId meeting, Filled filled) {

    <T> T must(FormField<T> field) {
      return filled.must(field);
    }
  }

  static MeetingForm of(
      String path,
      String title,
      Class<? extends MeetingEvent> causes,
      Function<Making, MeetingCommand> make,
      FormField<?>... fields) {
    return new MeetingForm(
        path, title, "", causes, Form.of("meeting-" + path, title, fields), make);
  }

  MeetingForm saying(String more) {
    return new MeetingForm(path, title, more, causes, form, make);
  }
}
