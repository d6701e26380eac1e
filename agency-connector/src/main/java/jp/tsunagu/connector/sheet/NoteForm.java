package jp.tsunagu.connector.sheet;

import jp.tsunagu.connector.sensitive.Sensitive;
import jp.tsunagu.contract.dossier.SharingBasis;
import jp.tsunagu.contract.id.PersonRef;
import org.jspecify.annotations.Nullable;

/**
 * 紹介する理由・連絡文.
 *
 * @param about whom it is about; none where its author says that it names no one
 * @param basis the declared ground for sharing it; there exactly if it is about somebody and shared
 */
public record NoteForm(
    Sensitive<String> text, @Nullable PersonRef about, @Nullable SharingBasis basis) {}
