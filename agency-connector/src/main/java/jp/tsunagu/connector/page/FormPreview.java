package jp.tsunagu.connector.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import jp.tsunagu.connector.form.FormPassage;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.directory.NetworkDirectory;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.runtime.form.FormFacts;

/**
 * What each receiver of a form will read, before it is finished.
 *
 * @param stays what does not reach somebody it was meant for
 */
record FormPreview(List<Reader> readers, List<Stay> stays) {

  /** Keeps unmodifiable copies. */
  FormPreview {
    readers = List.copyOf(readers);
    stays = List.copyOf(stays);
  }

  /**
   * One of them.
   *
   * @param files what the files are called that go to it
   */
  record Reader(String name, FormFacts facts, List<String> files) {

    /** Keeps an unmodifiable copy. */
    Reader {
      files = List.copyOf(files);
    }
  }

  /** What does not go, in words. */
  record Stay(String who, String what, String recipient, String why) {}

  /**
   * Of what goes, and of what does not.
   *
   * @param called what the files that are attached are called, by their numbers
   */
  static FormPreview of(
      CaseForm form, FormPassage passage, NetworkDirectory directory, Map<String, String> called) {
    return new FormPreview(
        passage.recipients().stream()
            .sorted(Comparator.comparing(AgencyId::value))
            .map(
                agency ->
                    new Reader(
                        directory.nameOf(agency),
                        FormFacts.of(form.form(), passage.readBy(agency), directory),
                        passage.filesFor(agency).stream()
                            .map(file -> called.getOrDefault(file.toString(), file.toString()))
                            .toList()))
            .toList(),
        passage.stays().stream()
            .map(
                stay ->
                    new Stay(
                        "世帯員" + stay.person().number(),
                        stay.detail().label(),
                        directory.nameOf(stay.recipient()),
                        stay.why()))
            .toList());
  }
}
