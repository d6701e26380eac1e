/** The register of resources (社会資源) as an agency uses it, and for whom it took which place. */
@NullMarked
package jp.tsunagu.connector.register;

import org.jspecify.annotations.NullMarked;
