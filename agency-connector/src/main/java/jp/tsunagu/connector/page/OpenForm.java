package jp.tsunagu.connector.page;

import jp.tsunagu.connector.access.Reader;
import jp.tsunagu.connector.draft.Draft;
import jp.tsunagu.connector.draft.Drafts.Owner;
import jp.tsunagu.connector.view.ViewJson;
import jp.tsunagu.connector.web.FormWork;
import jp.tsunagu.contract.caseform.CaseForm;
import jp.tsunagu.contract.dossier.Bytes;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form of a case that somebody fills in.
 *
 * @param key of its draft and of the command that tells of it
 * @param instead of which refused draft it takes the place; empty for none
 * @param after the number of the version it is made from; 0 for none
 * @param reader who fills it in
 */
record OpenForm(
    CasePage found,
    CaseForm form,
    Owner owner,
    String key,
    String instead,
    int after,
    ObjectNode typed,
    Reader reader) {

  /** Where a draft and a page say from which version it was made. */
  static final String AFTER = "after";

  String address(String end) {
    return found.address("/forms/" + form.id() + end);
  }

  Draft.About draft() {
    return new Draft.About(found.caseId(), form.id());
  }

  FormWork.About about() {
    return new FormWork.About(found.agency(), found.view(), form);
  }

  /** The same under a key that is not used up. */
  OpenForm anew() {
    return new OpenForm(found, form, owner, Window.freshKey(), key, after, typed, reader);
  }

  /** The same made from this version: whoever sends it again has been told of it. */
  OpenForm after(int latest) {
    return new OpenForm(found, form, owner, key, instead, latest, typed, reader);
  }

  /** As a draft keeps it: it says in itself from which version it was made. */
  Bytes content() {
    return Bytes.copyOf(ViewJson.MAPPER.writeValueAsBytes(typed.deepCopy().put(AFTER, after)));
  }

  @Override
  public String toString() {
    return "OpenForm[" + form.id() + "]";
  }
}
