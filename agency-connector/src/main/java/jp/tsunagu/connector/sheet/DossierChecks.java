package jp.tsunagu.connector.sheet;

import static jp.tsunagu.connector.sheet.DossierFields.HOUSEHOLD;
import static jp.tsunagu.connector.sheet.DossierFields.MEMBER;
import static jp.tsunagu.connector.sheet.DossierFields.MEMBERS;
import static jp.tsunagu.connector.sheet.DossierFields.MEMBER_NOTE;
import static jp.tsunagu.connector.sheet.DossierFields.OMIT;
import static jp.tsunagu.connector.sheet.DossierFields.PERSON;
import static jp.tsunagu.connector.sheet.DossierFields.PERSONS;
import static jp.tsunagu.connector.sheet.DossierFields.RELATION;
import static jp.tsunagu.connector.sheet.DossierFields.SHARE;
import static jp.tsunagu.connector.sheet.DossierFields.STAFF;
import static jp.tsunagu.connector.sheet.DossierFields.basisOf;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.tsunagu.connector.record.DossierView;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.Kind;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.person.Mentions;

/** What must hold of what is to travel sealed: a basis, a reader, and nobody named beside. */
public final class DossierChecks {

  private DossierChecks() {}

  /** Everything of a form that is to travel: every shared person needs a basis. */
  public static void checkSent(Filled form, Checking at) {
    check(form, at, true);
  }

  static void check(Filled form, Checking at, boolean sent) {
    Set<PersonRef> seen = new HashSet<>();
    List<Filled> rows = form.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      Checking row = at.in(PERSONS, i);
      if (!seen.add(DossierFields.person(rows.get(i), i + 1))) {
        row.problem(PERSON, "同じ世帯員の番号が2回あります。", "世帯員ごとに別の番号にしてください。");
      }
      checkBasis(rows.get(i), row, sent);
    }
    Filled household = form.get(HOUSEHOLD);
    if (household != null) {
      checkBasis(household, at.in(HOUSEHOLD), sent);
      checkMembers(form, household, at.in(HOUSEHOLD), sent);
    }
    if (sent) {
      NoteFields.check(form, at, Mentions.of(Identities.of(form)), person -> basisOf(form, person));
      FileFields.check(form, at, person -> basisOf(form, person));
    }
  }

  /** 続柄 tells nobody's name, and what is noted of a member stands in that person's own row. */
  private static void checkMembers(Filled form, Filled household, Checking at, boolean sent) {
    Mentions mentions = Mentions.of(Identities.of(form));
    List<Filled> rows = household.or(MEMBERS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      Filled row = rows.get(i);
      Checking place = at.in(MEMBERS, i);
      mentions
          .in(row.or(RELATION, ""))
          .ifPresent(
              found ->
                  place.problem(
                      RELATION,
                      "続柄に、世帯員%dの%sがあります。".formatted(found.person().number(), found.kind().label()),
                      "続柄(長男など)だけを書いてください。"));
      checkMemberNote(form, row, place, sent);
    }
  }

  private static void checkMemberNote(Filled form, Filled row, Checking at, boolean sent) {
    PersonRef member = row.get(MEMBER);
    if (!row.has(MEMBER_NOTE)) {
      if (row.has(MEMBER)) {
        at.problem(MEMBER, "備考のない行には要りません。", "備考を書くか、この欄を空けてください。");
      }
    } else if (member == null) {
      at.missing(MEMBER, "備考が誰についてのものか、書かれていません。");
    } else if (sent && basisOf(form, member) == null) {
      at.problem(MEMBER_NOTE, "備考はその人自身の根拠で渡します。", "persons に" + member + "の欄と根拠を書くか、備考を空けてください。");
    }
  }

  private static void checkBasis(Filled row, Checking at, boolean sent) {
    if (sent && row.or(SHARE, true) && !row.has(Bases.BASIS)) {
      at.missing(Bases.BASIS.hint("根拠がないときは share を false にしてこの人の欄を外してください。"), "共有の根拠の記入がありません。");
    }
  }

  /** Whoever would be the reader is the author: what is written would be read by nobody else. */
  public static void checkNothing(Filled form, Checking at) {
    Stream.of(NoteFields.TEXT, STAFF, PERSONS, HOUSEHOLD, FileFields.FILES)
        .filter(form::has)
        .forEach(
            field ->
                at.problem(field, "あて先が自分の機関なので、書いたものを読む相手がいません。", "この欄を空けるか、あて先を別の機関にしてください。"));
  }

  /** On a sheet that is sent to nobody, what is written of the household would be lost. */
  static void checkUnread(Filled sheet, Checking at) {
    List<Filled> rows = sheet.or(PERSONS, List.of());
    for (int i = 0; i < rows.size(); i++) {
      Filled row = rows.get(i);
      Checking place = at.in(PERSONS, i);
      DossierFields.ABOUT_A_PERSON.stream().filter(row::has).forEach(field -> unread(field, place));
    }
    Filled household = sheet.get(HOUSEHOLD);
    if (household != null && household.has(MEMBERS)) {
      unread(MEMBERS, at.in(HOUSEHOLD));
    }
    Stream.of(NoteFields.REASON, FileFields.FILES)
        .filter(sheet::has)
        .forEach(field -> unread(field, at));
  }

  private static void unread(FormField<?> field, Checking at) {
    at.problem(
        field,
        "送付しないシートなので、書いたものを読む相手がいません。",
        "「送付」(referral)を選ぶか、この欄を空けてください。画面では、書いたものを下書きに残せます。");
  }

  /**
   * What only a look at the case can tell: whether a text that is said to name no one holds what
   * tells who somebody of the case is.
   *
   * @param known what this agency sent and received in the case
   */
  public static void checkNamesNoOne(Filled form, Checking at, Supplier<List<DossierView>> known) {
    if (NoteFields.namesNoOne(form)) {
      Mentions mentions = Mentions.of(Identities.of(known.get()));
      NoteFields.holdsNobody(form.get(NoteFields.TEXT), at, mentions);
    }
  }

  /**
   * In a protected case an address that the recipient may not have would be left out.
   *
   * @param named who may know whereabouts
   */
  public static void checkArrives(
      Filled form, Checking at, AgencyId recipient, Set<AgencyId> named) {
    if (!named.contains(recipient)) {
      checkNoteHides(form, form, at);
      checkRestArrives(form, at, recipient);
    }
  }

  /** The same of everything but the note, towards one who may not know whereabouts. */
  static void checkRestArrives(Filled form, Checking at, AgencyId recipient) {
    List<Filled> rows = form.or(PERSONS, List.of());
    checkHidesWhereabouts(form, rows, at);
    FileFields.checkArrives(form, at, recipient);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).or(SHARE, true)
          && !rows.get(i).or(OMIT, Set.of()).contains(DetailKind.CONTACT)) {
        checkNoContact(rows.get(i), at.in(PERSONS, i), recipient);
      }
    }
  }

  /**
   * The note of a protected case does not tell where somebody of the sheet is.
   *
   * @param noted where the note stands
   */
  static void checkNoteHides(Filled form, Filled noted, Checking at) {
    checkHides(NoteFields.TEXT, noted, at, whereabouts(form));
  }

  private static Mentions whereabouts(Filled form) {
    return Mentions.of(
        Identities.of(form).stream().filter(identity -> identity.kind().locates()).toList());
  }

  /** Nor does any other text. */
  private static void checkHidesWhereabouts(Filled form, List<Filled> rows, Checking at) {
    Mentions mentions = whereabouts(form);
    List<Filled> settled = form.or(SettledFields.ROWS, List.of());
    for (int i = 0; i < settled.size(); i++) {
      Checking row = at.in(SettledFields.ROWS, i);
      checkHides(SettledFields.PROSPECT, settled.get(i), row, mentions);
      checkHides(SettledFields.REMAINS, settled.get(i), row, mentions);
    }
    for (int i = 0; i < rows.size(); i++) {
      for (PersonField field : PersonField.values()) {
        if (field.field().kind() instanceof Kind.Text && field.detail() != DetailKind.CONTACT) {
          checkHides(field.field(), rows.get(i), at.in(PERSONS, i), mentions);
        }
      }
    }
  }

  private static void checkHides(
      FormField<?> field, Filled filled, Checking at, Mentions mentions) {
    if (filled.get(field) instanceof String text) {
      mentions
          .in(text)
          .ifPresent(
              found ->
                  at.problem(
                      field,
                      "保護(DV等支援措置)の案件なのに、世帯員%dの%sがあります。"
                          .formatted(found.person().number(), found.kind().label()),
                      "その部分を消してください。"));
    }
  }

  private static void checkNoContact(Filled row, Checking at, AgencyId recipient) {
    Stream.of(PersonField.values())
        .filter(field -> field.detail() == DetailKind.CONTACT && row.has(field.field()))
        .forEach(
            field ->
                at.problem(
                    field.field(),
                    "保護(DV等支援措置)の案件なので、" + recipient + " には住所・連絡先を渡せません。",
                    "この欄を空けるか、omit に住所・連絡先(CONTACT)を書いてください。"));
  }
}
