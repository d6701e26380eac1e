/** Who may look into the folders and files that a process makes. */
@NullMarked
package jp.tsunagu.runtime.file;

import org.jspecify.annotations.NullMarked;
