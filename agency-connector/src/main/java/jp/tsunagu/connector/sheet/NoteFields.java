package jp.tsunagu.connector.sheet;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.dossier.Statute;
import jp.tsunagu.contract.form.Checking;
import jp.tsunagu.contract.form.Choice;
import jp.tsunagu.contract.form.Filled;
import jp.tsunagu.contract.form.FormField;
import jp.tsunagu.contract.form.TextOwner;
import jp.tsunagu.contract.id.PersonRef;
import jp.tsunagu.contract.person.Mentions;
import org.jspecify.annotations.Nullable;

/**
 * 連絡文 and what its author says of it: whom it is about and on which ground, or that it names no
 * one. Neither is ever taken for granted.
 */
final class NoteFields {

  static final FormField<String> TEXT =
      FormField.text("note", "連絡文", 8000).ownedBy(TextOwner.NAMED_BESIDE);

  /** The same on the つなぐシート, where the note is why somebody is referred. */
  static final FormField<String> REASON = TEXT.labelled("紹介する理由");

  private static final FormField<PersonRef> ABOUT =
      FormField.person("noteAbout", "連絡文の対象の世帯員")
          .hint("連絡文が誰についてのものかを、世帯員の番号で書きます。ふたり以上のことは、人ごとに persons の欄に書いてください。");
  private static final FormField<Bases> BASIS =
      FormField.oneOf("noteBasis", "連絡文の根拠", Bases.CHOICE).hint("persons にその人の根拠があれば、それによります。");
  private static final FormField<Statute> STATUTE =
      FormField.oneOf("noteStatute", "連絡文の根拠法令", Choice.STATUTE).hint("連絡文の根拠が法令のときに選びます。");
  private static final FormField<Boolean> NAMES_NO_ONE =
      FormField.yesNo("noteNamesNoOne", "連絡文に個人の記載なし")
          .hint("誰のことも書いていないと言えるときだけ、はい(true)にします。受け手にもそう示されます。");

  static final List<FormField<?>> BESIDE = List.of(ABOUT, BASIS, STATUTE, NAMES_NO_ONE);

  /** The same for another 紹介先 of a つなぐシート. */
  static final List<FormField<?>> OF_FURTHER =
      List.of(
          TEXT.labelled("ほかの紹介先への理由").hint("この紹介先だけが読みます。"),
          ABOUT.labelled("ほかの紹介先への理由の対象の世帯員"),
          BASIS.labelled("ほかの紹介先への理由の根拠"),
          STATUTE.labelled("ほかの紹介先への理由の根拠法令"),
          NAMES_NO_ONE.labelled("ほかの紹介先への理由に個人の記載なし"));

  private NoteFields() {}

  /**
   * Whether a note that is to travel says enough of itself.
   *
   * @param mentions what tells who somebody on the sheet is
   * @param ofPerson the ground declared in a person's row
   */
  static void check(Filled form, Checking at, Mentions mentions, BasisOfPerson ofPerson) {
    if (!form.has(TEXT)) {
      BESIDE.stream()
          .filter(form::has)
          .forEach(field -> at.problem(field, "連絡文がありません。", "連絡文を書くか、この欄を空けてください。"));
    } else if (namesNoOne(form)) {
      checkNamesNoOne(form, at, mentions);
    } else if (form.has(ABOUT)) {
      checkAbout(form, at, ofPerson);
    } else {
      at.problem(
          ABOUT,
          "連絡文が誰についてのものか、書かれていません。",
          "世帯員の番号を書くか、誰のことも書いていなければ noteNamesNoOne(連絡文に個人の記載なし)を true にしてください。");
    }
  }

  /** What a person's row says of the ground for sharing. */
  @FunctionalInterface
  interface BasisOfPerson {
    @Nullable SharingBasis of(PersonRef person);
  }

  private static void checkNamesNoOne(Filled form, Checking at, Mentions mentions) {
    Stream.of(BASIS, STATUTE)
        .filter(form::has)
        .forEach(field -> at.problem(field, "「個人の記載なし」とした連絡文には要りません。", "この欄を空けてください。"));
    holdsNobody(form.get(TEXT), at, mentions);
  }

  /** Whether the author says of a note that it names no one. */
  static boolean namesNoOne(Filled form) {
    return form.has(TEXT) && !form.has(ABOUT) && form.or(NAMES_NO_ONE, false);
  }

  /** A text that says it names no one must not hold what tells who somebody is. */
  static void holdsNobody(@Nullable String text, Checking at, Mentions mentions) {
    if (text != null) {
      mentions
          .in(text)
          .ifPresent(
              found ->
                  at.problem(
                      TEXT,
                      "「個人の記載なし」とした連絡文に、世帯員%dの%sがあります。"
                          .formatted(found.person().number(), found.kind().label()),
                      "その部分を消すか、noteAbout に世帯員の番号を書いてください。"));
    }
  }

  private static void checkAbout(Filled form, Checking at, BasisOfPerson ofPerson) {
    if (form.or(NAMES_NO_ONE, false)) {
      at.problem(NAMES_NO_ONE, "対象の世帯員が書かれた連絡文です。", "noteAbout か noteNamesNoOne の一方だけを書いてください。");
    }
    Bases.checkStatute(form, at, BASIS, STATUTE);
    PersonRef about = form.get(ABOUT);
    if (about != null && !form.has(BASIS) && ofPerson.of(about) == null) {
      at.missing(BASIS.hint("persons にその人の根拠を書いてもかまいません。"), "連絡文を渡す根拠の記入がありません。");
    }
  }

  /** What was filled in, if anything was. */
  static Optional<NoteForm> of(Filled form, BasisOfPerson ofPerson) {
    String text = form.get(TEXT);
    if (text == null) {
      return Optional.empty();
    }
    PersonRef about = form.get(ABOUT);
    if (about == null) {
      return Optional.of(new NoteForm(new Sensitive<>(text), null, null));
    }
    SharingBasis own = Bases.of(form, BASIS, STATUTE);
    return Optional.of(
        new NoteForm(new Sensitive<>(text), about, own == null ? ofPerson.of(about) : own));
  }
}
