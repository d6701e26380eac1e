package jp.tsunagu.contract.dossier;

import org.jspecify.annotations.Nullable;

/**
 * The declared ground for sharing one person's part.
 *
 * @param statute the statute, exactly when the kind is {@link BasisKind#LAW}
 */
public record SharingBasis(BasisKind kind, @Nullable Statute statute) {

  /** The person consented. */
  public static final SharingBasis CONSENT = new SharingBasis(BasisKind.CONSENT, null);

  /** The receivers are members or the organiser of the case's 支援会議. */
  public static final SharingBasis SUPPORT_CONFERENCE =
      new SharingBasis(BasisKind.SUPPORT_CONFERENCE, null);

  /** A statute allows or orders it. */
  public static SharingBasis law(Statute statute) {
    return new SharingBasis(BasisKind.LAW, statute);
  }
}
