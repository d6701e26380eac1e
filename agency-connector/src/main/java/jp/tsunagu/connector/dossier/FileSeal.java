package jp.tsunagu.connector.dossier;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.tsunagu.contract.dossier.Bytes;
import jp.tsunagu.contract.dossier.FilePiece;

/** Cuts a file into pieces and seals them under a key of its own, and puts them together again. */
final class FileSeal {

  private FileSeal() {}

  /** A file as it is kept: what stands in its part, and its pieces in their order. */
  record Sealed(FileNote note, List<Bytes> pieces) {

    /** Keeps an unmodifiable copy. */
    Sealed {
      pieces = List.copyOf(pieces);
    }
  }

  /** Seals it under a fresh key. */
  static Sealed seal(String name, String mediaType, byte[] content) {
    byte[] key = AesGcm.freshKey();
    int count = Math.max(1, Math.ceilDiv(content.length, FilePiece.LARGEST_PIECE));
    FileNote note =
        new FileNote(
            name,
            mediaType,
            content.length,
            count,
            new FileNote.Opening(UUID.randomUUID(), Bytes.copyOf(key)));
    List<Bytes> pieces = new ArrayList<>();
    try {
      AesGcm cipher = new AesGcm(key);
      for (int number = 1; number <= count; number++) {
        int from = (number - 1) * FilePiece.LARGEST_PIECE;
        int until = Math.min(content.length, from + FilePiece.LARGEST_PIECE);
        byte[] piece = Arrays.copyOfRange(content, from, until);
        pieces.add(Bytes.copyOf(cipher.encrypt(piece, AssociatedData.ofPiece(note, number))));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a file could not be sealed", e);
    }
    return new Sealed(note, pieces);
  }

  /** The whole file; empty while a piece is missing, or where one is not the one it should be. */
  static Optional<byte[]> open(FileNote note, List<Bytes> pieces) {
    if (pieces.size() != note.pieces()) {
      return Optional.empty();
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try {
      AesGcm cipher = new AesGcm(note.opening().key().toByteArray());
      for (int number = 1; number <= pieces.size(); number++) {
        byte[] piece = pieces.get(number - 1).toByteArray();
        whole.writeBytes(cipher.decrypt(piece, AssociatedData.ofPiece(note, number)));
      }
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return Optional.empty();
    }
    return Optional.of(whole.toByteArray()).filter(bytes -> bytes.length == note.bytes());
  }
}
