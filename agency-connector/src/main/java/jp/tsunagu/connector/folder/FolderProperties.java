package jp.tsunagu.connector.folder;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How folders are exchanged. The values are a choice of this project.
 *
 * @param rescan how often {@code out/} is looked through even if the file system told nothing
 * @param patience how long a file may wait for its matching checksum before it is rejected
 * @param quiet how long a file without checksum must not have changed before it is taken, if it
 *     ends completely
 * @param largestFile in bytes; a larger file is rejected unread
 * @param csvCharset charset of the CSV copies of received dossiers; {@code none} means no copies
 */
@ConfigurationProperties("tsunagu.folder")
record FolderProperties(
    @DefaultValue("5s") Duration rescan,
    @DefaultValue("10m") Duration patience,
    @DefaultValue("1m") Duration quiet,
    @DefaultValue("5242880") long largestFile,
    @DefaultValue("windows-31j") String csvCharset) {}
