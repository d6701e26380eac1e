# Run once, by the image, on an empty volume: the agency's database and the role of its connector; the administrator logs in only inside the container.
psql -v ON_ERROR_STOP=1 -v role="$AGENCY" -v password="$(cat "$POSTGRES_PASSWORD_FILE")" -U postgres -d postgres <<'SQL'
create role :"role" login password :'password';
create database :"role" owner :"role";
revoke connect on database :"role" from public;
alter role postgres password null;
SQL
