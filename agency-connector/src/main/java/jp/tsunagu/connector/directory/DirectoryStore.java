package jp.tsunagu.connector.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.tsunagu.connector.database.Databases;
import jp.tsunagu.contract.directory.DirectoryRecord;
import jp.tsunagu.contract.wire.Codec;
import jp.tsunagu.contract.wire.Decoded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last snapshot in the database, for a start without a broker. */
@Component
final class DirectoryStore {

  private final JdbcClient jdbc;
  private final Codec codec;

  DirectoryStore(Databases databases, Codec codec) {
    this.jdbc = databases.shared();
    this.codec = codec;
  }

  List<DirectoryRecord> load() {
    List<DirectoryRecord> records = new ArrayList<>();
    for (byte[] content :
        jdbc.sql("select record from directory_record").query(byte[].class).list()) {
      if (codec.decode(content) instanceof Decoded.Readable(DirectoryRecord record)) {
        records.add(record);
      }
    }
    return records;
  }

  void save(Collection<DirectoryRecord> records) {
    for (DirectoryRecord record : records) {
      jdbc.sql(
              """
              insert into directory_record (key, record) values (:key, :record)
              on conflict (key) do update set record = excluded.record
              """)
          .param("key", record.key())
          .param("record", codec.encode((Record) record))
          .update();
    }
  }

  void remove(Collection<String> keys) {
    keys.forEach(
        key ->
            jdbc.sql("delete from directory_record where key = :key").param("key", key).update());
  }
}
