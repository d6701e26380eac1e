package jp.tsunagu.connector.access;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.tsunagu.contract.digest.Sha256;
import jp.tsunagu.contract.dossier.Bytes;

/** SHA-256 of an entry and the hash of the one before it; every value has its length before it. */
final class ChainHash {

  private ChainHash() {}

  static Bytes of(Bytes before, AccessEntry entry) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream written = new DataOutputStream(bytes);
      written.writeInt(before.size());
      written.write(before.toByteArray());
      written.writeLong(entry.number());
      written.writeLong(entry.at().toEpochMilli());
      written.writeUTF(entry.reader().kind().name());
      written.writeUTF(entry.reader().id());
      written.writeUTF(entry.reader().way().name());
      written.writeUTF(entry.caseId().toString());
      written.writeUTF(entry.referralId().map(Object::toString).orElse(""));
      written.writeUTF(entry.dossierId().map(Object::toString).orElse(""));
      written.writeInt(entry.parts().size());
      for (AccessEntry.Part part : entry.parts()) {
        written.writeUTF(part.name());
        written.writeUTF(part.basis());
      }
      return Bytes.copyOf(Sha256.of(bytes.toByteArray()));
    } catch (IOException impossible) {
      throw new UncheckedIOException("nothing fails in memory", impossible);
    }
  }
}
