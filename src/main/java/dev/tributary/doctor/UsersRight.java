package dev.tributary.doctor;

import dev.tributary.access.Users;
import dev.tributary.access.UsersUnusable;
import dev.tributary.run.Home;
import java.util.List;

/** Whether the list of those who may sign in can be read. */
final class UsersRight implements Look {

    private final Home home;

    UsersRight(Home home) {
        this.home = home;
    }

    @Override
    public List<Finding> look() {
        try {
            int users = Users.in(home);
            return List.of(Finding.good(
                    users == 0 ? "nobody yet; the first 'tributary serve' makes one" : users + " may sign in"));
        } catch (UsersUnusable wrong) {
            return List.of(Words.finding(Mark.FAIL, String.valueOf(wrong.getMessage())));
        }
    }
}
