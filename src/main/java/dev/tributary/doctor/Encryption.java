package dev.tributary.doctor;

import java.sql.SQLException;
import java.util.List;

/** Whether others can read what goes between us and the server. */
final class Encryption implements Look {

    private static final String CURE =
            "Add sslMode=VERIFY_IDENTITY to SPRING_DATASOURCE_URL, and give the server's certificate authority to Java.";

    private final Database database;

    Encryption(Database database) {
        this.database = database;
    }

    @Override
    public List<Finding> look() throws SQLException {
        String cipher = database.pairs("SHOW SESSION STATUS LIKE 'Ssl_cipher'").getOrDefault("ssl_cipher", "");
        if (cipher.isEmpty()) {
            return List.of(
                    Finding.warn("the connection is in clear; whoever is in between reads messages and names", CURE));
        }
        boolean verified = database.address().sets("sslMode=VERIFY_IDENTITY");
        return List.of(Finding.good("encrypted, " + cipher
                + (verified ? "" : "; who the server is is not checked (sslMode=VERIFY_IDENTITY does)")));
    }
}
