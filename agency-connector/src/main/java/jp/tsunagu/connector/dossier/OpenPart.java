package jp.tsunagu.connector.dossier;

import java.util.Set;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.DetailKind;
import jp.tsunagu.contract.dossier.FormRef;
import jp.tsunagu.contract.dossier.PartKind;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.AgencyId;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * One part of a dossier in clear, at its sender before sealing.
 *
 * @param name unique in its dossier, e.g. {@code person-1}
 * @param person whose details these are; none exactly for parts that are not personal
 * @param details what it tells, as codes
 * @param basis the declared ground; none exactly for parts that are not personal
 * @param form which sheet it is; none for a part that is none of a form
 * @param namesNoOne its author said that it names no one; never so by itself
 */
public record OpenPart(
    String name,
    PartKind kind,
    @Nullable PersonRef person,
    Set<DetailKind> details,
    @Nullable SharingBasis basis,
    Told told,
    @Nullable FormRef form,
    boolean namesNoOne) {

  public OpenPart {
    details = Set.copyOf(details);
  }

  /** A part of this form about this person. */
  public OpenPart(
      String name,
      PartKind kind,
      @Nullable PersonRef person,
      Set<DetailKind> details,
      @Nullable SharingBasis basis,
      Set<AgencyId> recipients,
      Bytes content,
      @Nullable FormRef form) {
    this(name, kind, person, details, basis, new Told(recipients, content), form, false);
  }

  /** The same for other recipients. */
  public OpenPart sealedFor(Set<AgencyId> others) {
    return new OpenPart(
        name,
        kind,
        person,
        details,
        basis,
        new Told(others, told.content(), told.file()),
        form,
        namesNoOne);
  }

  /** The same with this content. */
  OpenPart saying(Bytes content) {
    return new OpenPart(name, kind, person, details, basis, told.saying(content), form, namesNoOne);
  }

  /** The same under another name. */
  public OpenPart named(String other) {
    return new OpenPart(other, kind, person, details, basis, told, form, namesNoOne);
  }

  /** Whether it tells something of a person. */
  public boolean isPersonal() {
    return kind.isPersonal(namesNoOne);
  }

  @Override
  public String toString() {
    return "OpenPart[" + kind + ", " + told.content() + "]";
  }

  /**
   * What it says, and to whom.
   *
   * @param recipients who shall be able to open it, without the sender itself
   * @param content UTF-8 JSON; never printed. Of a file that was handed in, none until it is stored
   * @param file whose pieces hang on it; none where none do
   */
  public record Told(Set<AgencyId> recipients, Bytes content, @Nullable FileId file) {

    /** Keeps copies. */
    public Told {
      recipients = Set.copyOf(recipients);
    }

    /** Without a file. */
    public Told(Set<AgencyId> recipients, Bytes content) {
      this(recipients, content, null);
    }

    /** The same with this content. */
    Told saying(Bytes other) {
      return new Told(recipients, other, file);
    }
  }
}
