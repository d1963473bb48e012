-- Once, as a superuser, connected to the database of the pool:
--   psql -f 2-schemas.sql motherlode
-- It must stand before the server starts for the first time: the job repository makes its tables while
-- the server boots, before any deployment could do it for them.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Our tables.
CREATE SCHEMA motherlode AUTHORIZATION motherlode_owner;
GRANT USAGE ON SCHEMA motherlode TO motherlode_app;

-- The server's own tables, of its jobs. First in the search path, so that they are made here.
CREATE SCHEMA server AUTHORIZATION motherlode_app;

ALTER ROLE motherlode_owner IN DATABASE motherlode SET search_path = motherlode;
ALTER ROLE motherlode_app IN DATABASE motherlode SET search_path = server, motherlode;
